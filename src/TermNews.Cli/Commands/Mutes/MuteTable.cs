using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Mutes;

/// <summary>The table of mutes.</summary>
internal static class MuteTable
{
    /// <summary>Mutes with the number of stories that each hides.</summary>
    public static Table<MuteCount> Table { get; } = new(
        Column.Text<MuteCount>("kind", static count => MuteKinds.WordOf(count.Mute.Kind)),
        Column.Text<MuteCount>("text", static count => count.Mute.Text),
        Column.Time<MuteCount>("until", static count => count.Mute.Until),
        Column.Number<MuteCount>("stories", static count => count.Stories),
        Column.Flag<MuteCount>("configured", static count => count.Mute.IsConfigured))
    {
        Aligned = Lines,
    };

    private static IEnumerable<string> Lines(IReadOnlyList<MuteCount> counts, int width)
    {
        // A third of the width: room for the end and the count behind it, also at 80 columns.
        var texts = Math.Min(counts.Select(static count => TextWidth.Of(count.Mute.Text)).DefaultIfEmpty().Max(), Math.Max(10, width / 3));
        return counts.Select(count =>
        {
            var mute = count.Mute;
            var (kind, until) = (MuteKinds.WordOf(mute.Kind), Rfc3339.Format(mute.Until) ?? "for ever");
            var words = $"{Plural.Stories(count.Stories)}{(mute.IsConfigured ? ", by the configuration" : "")}";
            return $"{kind,-8}  {TextWidth.Pad(mute.Text, texts)}  {until,-20}  {words}";
        });
    }
}
