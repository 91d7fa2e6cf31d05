namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute</c>: hides stories from the lists; without a subcommand it lists the mutes.</summary>
internal sealed class MuteCommand : MuteListCommand
{
    public MuteCommand(ProgramContext context)
        : base(context, "mute",
            "Keep words, authors, feeds and categories out of the lists, for a while or for ever; alone it lists what is muted.\n"
            + "Muted stories stay: `list --muted` and `list all` print them, searches find them, "
            + "saved and commented ones keep their place.\n"
            + "[mute] in the configuration mutes, too: words = [\"crypto\", { word = \"election\", until = 2026-12-01 }], and so\n"
            + "authors, feeds and categories.\n"
            + "Example: termnews mute word election --for 30d")
    {
        foreach (var kind in MuteKinds.All)
            Subcommands.Add(new MuteAddCommand(context, kind));
        Subcommands.Add(new MuteListCommand(context));
        Subcommands.Add(new MuteRemoveCommand(context));
    }
}
