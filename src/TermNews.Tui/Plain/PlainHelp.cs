namespace TermNews.Tui.Plain;

/// <summary>The help, made of the table of commands.</summary>
internal sealed class PlainHelp(PlainSession session)
{
    /// <summary>Shows the help of a command, or of all.</summary>
    public Task Show(string name)
    {
        if (name.Length > 0)
        {
            session.Printer.Line(HelpOf(PlainCommands.Find(name, session.Parts.Keys)));
            return Task.CompletedTask;
        }
        List<string> lines =
        [
            "Commands, which may be cut short as long as they are clear. "
                + "What is in brackets may be left out: then the open story is meant.",
            "NUMBER: opens the story with this number",
            .. PlainCommands.Table.Select(HelpOf),
        ];
        session.IsInList = false;
        session.Pager.Show(lines);
        return Task.CompletedTask;
    }

    private string HelpOf(PlainCommand command)
    {
        var key = command.KeyIn(session.Parts.Keys);
        return $"{command.Name}{(command.Arguments.Length == 0 ? "" : " " + command.Arguments)}: {command.Words}"
            + (key is null ? "" : $"; also {key}");
    }
}
