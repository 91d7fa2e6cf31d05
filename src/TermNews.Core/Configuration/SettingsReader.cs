using System.Globalization;
using TermNews.Core.Text;
using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>Puts the values of a configuration into <see cref="Settings"/>, one after the other.</summary>
internal sealed partial class SettingsReader(string path)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _keys = new(StringComparer.Ordinal);
    private readonly List<SettingsWarning> _warnings = [];
    private readonly FeedAccessReader _feeds = new(path);
    private readonly MuteReader _mutes = new(path);
    private Settings _settings = new();

    /// <summary>What was read.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: a table does not hold what it must.</exception>
    public Settings ToSettings() => _settings with { Keys = _keys, Feeds = _feeds.ReadAll(), Mutes = _mutes.Mutes, Warnings = _warnings };

    /// <summary>Takes one value.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: it does not fit.</exception>
    public void Take(TomlItem item)
    {
        if (item.Path is ["keys", var command])
            _keys[ForeignText.CleanLine(command)] = OneOrMore(item);
        else if (!_feeds.Take(item) && !_mutes.Take(item) && !TakeNetwork(item) && !TakePopular(item) && !TakeMustRead(item) && !TakeReader(item))
            _warnings.Add(new SettingsWarning(item.Line, item.Column, $"{NameOf(item)} is not a setting; it is left aside."));
    }

    private bool TakeNetwork(TomlItem item)
    {
        var network = _settings.Network;
        NetworkSettings? changed = string.Join('.', item.Path) switch
        {
            "network.jobs" => network with { Jobs = Number(item, 1, 64) },
            "network.timeout" => network with { Timeout = TimeSpan.FromSeconds(Number(item, 1, 600)) },
            "network.refresh_minutes" => network with
            {
                RefreshEvery = Number(item, 0, 24 * 60) is > 0 and var minutes ? TimeSpan.FromMinutes(minutes) : null,
            },
            "network.offline" => network with { Offline = Truth(item) },
            "network.allow_exec" => network with { AllowExec = Truth(item) },
            _ => null,
        };
        _settings = _settings with { Network = changed ?? network };
        return changed is not null;
    }

    private bool TakeReader(TomlItem item)
    {
        var reader = _settings.Reader;
        Settings? changed = string.Join('.', item.Path) switch
        {
            "reader.mouse" => _settings with { Reader = reader with { Mouse = Truth(item) } },
            "reader.width" => _settings with { Reader = reader with { Width = Number(item, 20, 400) } },
            "reader.ascii" => _settings with { Reader = reader with { Ascii = Switch(item) } },
            "reader.color" => _settings with { Reader = reader with { Color = Switch(item) } },
            "reader.theme" => _settings with { Reader = reader with { Theme = Theme(item) } },
            "reader.hyperlinks" => _settings with { Reader = reader with { Hyperlinks = Switch(item) } },
            "reader.bidi" => _settings with { Reader = reader with { Bidi = Switch(item) } },
            "reader.clipboard" => _settings with { Reader = reader with { Clipboard = Switch(item) } },
            "reader.images" => _settings with { Reader = reader with { Images = Switch(item) } },
            "reader.graphics" => _settings with { Reader = reader with { Graphics = Graphics(item) } },
            "reader.title" => _settings with { Reader = reader with { Title = Truth(item) } },
            "articles.always_full_text" => _settings with { Articles = _settings.Articles with { AlwaysFullText = Texts(item) } },
            "articles.line_spacing" => _settings with { Articles = _settings.Articles with { LineSpacing = Number(item, 0, 2) } },
            "articles.fetch_ahead" => _settings with { Articles = _settings.Articles with { FetchAhead = Number(item, 0, 50) } },
            "interest.learn" => _settings with { Interest = new InterestSettings { Learn = Truth(item) } },
            "clusters.read_together" => _settings with { Clusters = _settings.Clusters with { ReadTogether = Truth(item) } },
            "clusters.open_best_text" => _settings with { Clusters = _settings.Clusters with { OpenBestText = Truth(item) } },
            "downloads.folder" => _settings with { Downloads = _settings.Downloads with { Folder = Text(item, item.Value) } },
            "downloads.most_mib" => _settings with { Downloads = _settings.Downloads with { MostMebibytes = Number(item, 1, 1_000_000) } },
            "comments.author" => _settings with { Comments = new CommentSettings { Author = Text(item, item.Value) } },
            _ => null,
        };
        _settings = changed ?? _settings;
        return changed is not null;
    }

    private int Number(TomlItem item, int least, int most) =>
        item.Value is IntegerValueSyntax { Value: var value } && value >= least && value <= most
            ? (int)value
            : throw Wrong(item, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));

    private bool Truth(TomlItem item) =>
        item.Value is BooleanValueSyntax { Value: var value } ? value : throw Wrong(item, "must be true or false");

    private SettingSwitch Switch(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "auto" } => SettingSwitch.Auto,
        StringValueSyntax { Value: "on" or "always" } or BooleanValueSyntax { Value: true } => SettingSwitch.On,
        StringValueSyntax { Value: "off" or "never" } or BooleanValueSyntax { Value: false } => SettingSwitch.Off,
        _ => throw Wrong(item, "must be \"auto\", \"on\" or \"off\""),
    };

    private ReaderGraphics Graphics(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "auto" } => ReaderGraphics.Auto,
        StringValueSyntax { Value: "kitty" } => ReaderGraphics.Kitty,
        StringValueSyntax { Value: "sixel" } => ReaderGraphics.Sixel,
        StringValueSyntax { Value: "blocks" } => ReaderGraphics.Blocks,
        _ => throw Wrong(item, "must be \"auto\", \"kitty\", \"sixel\" or \"blocks\""),
    };

    private ReaderTheme Theme(TomlItem item) => item.Value switch
    {
        StringValueSyntax { Value: "default" } => ReaderTheme.Default,
        StringValueSyntax { Value: "light" } => ReaderTheme.Light,
        StringValueSyntax { Value: "dark" } => ReaderTheme.Dark,
        StringValueSyntax { Value: "high-contrast" } => ReaderTheme.HighContrast,
        StringValueSyntax { Value: "mono" } => ReaderTheme.Mono,
        _ => throw Wrong(item, "must be \"default\", \"light\", \"dark\", \"high-contrast\" or \"mono\""),
    };

    private IReadOnlyList<string> Texts(TomlItem item) => item.Value is ArraySyntax array
        ? [.. array.Items.Select(one => Text(item, one.Value))]
        : throw Wrong(item, "must be a list of texts, such as [\"one\", \"two\"]");

    private IReadOnlyList<string> OneOrMore(TomlItem item) => item.Value is ArraySyntax ? Texts(item) : [Text(item, item.Value)];

    private string Text(TomlItem item, ValueSyntax? value) =>
        value is StringValueSyntax { Value: { } text } && ForeignText.CleanLine(text) is { Length: > 0 } clean
            ? clean
            : throw Wrong(item, "must be a text in quotation marks that is not empty");

    private NewsException Wrong(TomlItem item, string what) =>
        SettingsFile.Fault(path, item.Line, item.Column, $"{NameOf(item)} {what}");

    private static string NameOf(TomlItem item) => ForeignText.CleanLine(string.Join('.', item.Path));
}
