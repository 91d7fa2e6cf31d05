namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    internal Task ShowHelp(string name)
    {
        if (name.Length > 0)
        {
            _printer.Line(HelpOf(Find(name, _parts.Keys)));
            return Task.CompletedTask;
        }
        List<string> lines =
        [
            "Commands, which may be cut short as long as they are clear. What is in brackets may be left out: then the open story is meant.",
            "NUMBER: opens the story with this number",
            .. PlainCommands.Table.Select(HelpOf),
        ];
        _isInList = false;
        _pager.Show(lines);
        return Task.CompletedTask;
    }

    private string HelpOf(PlainCommand command)
    {
        var key = KeyOf(command, _parts.Keys);
        return $"{command.Name}{(command.Arguments.Length == 0 ? "" : " " + command.Arguments)}: {command.Words}"
            + (key is null ? "" : $"; also {key}");
    }
}
