namespace TermNews.Cli.Commands.Interests;

/// <summary><c>termnews interests erase</c>: deletes all learnt and explicit interests.</summary>
internal sealed class InterestsEraseCommand(ProgramContext context)
    : NewsCommand("erase",
        "Erase all interests, learnt and set; learning begins anew from now on. Stories, saves and comments stay.\n"
        + "Example: termnews interests erase --yes")
{
    private readonly Option<bool> _yes = new("--yes") { Description = "Do not ask." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_yes];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        if (!args.GetValue(_yes) && !await IsMeantAsync(args, cancellationToken))
        {
            context.Tell(args, "Nothing was erased.");
            return ExitCodes.Success;
        }
        var news = await context.OpenAsync(args, cancellationToken);
        await news.Interests.EraseAsync(cancellationToken);
        if (!context.IsQuiet(args))
            args.InvocationConfiguration.Output.Write("Erased all interests; learning begins anew. Stories, saves and comments stay.\n");
        return ExitCodes.Success;
    }

    private async Task<bool> IsMeantAsync(ParseResult args, CancellationToken cancellationToken)
    {
        if (!context.Terminal.Value.IsInputTerminal)
            throw new NewsException(NewsFault.WrongUse,
                "Nobody can be asked here whether that is meant; say --yes to erase all interests.");
        var error = args.InvocationConfiguration.Error;
        await error.WriteAsync("Erase all that was learnt and set about your interests? (y/N) ");
        await error.FlushAsync(cancellationToken);
        using var input = new StreamReader(context.Input(), Encoding.UTF8);
        return (await input.ReadLineAsync(cancellationToken))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
