namespace TermNews.Cli.Commands.Shared;

/// <summary>A command that declares its arguments and options in the order of the help, and runs.</summary>
internal abstract class NewsCommand : Command
{
    // The fields and the primary constructor's parameters of a derived class are initialised before this constructor runs,
    // so that it may read Parameters.
    protected NewsCommand(string name, string description) : base(name, description)
    {
        this.Take(Parameters);
        SetAction(RunAsync);
    }

    /// <summary>The arguments and options.</summary>
    protected abstract IReadOnlyList<Symbol> Parameters { get; }

    /// <summary>Runs the command and returns the exit code.</summary>
    public abstract Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken);
}
