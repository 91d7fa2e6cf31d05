using TermNews.Core.Configuration;

namespace TermNews.Cli.Commands.Shared;

/// <summary><c>--jobs</c> and <c>--timeout</c>, which several commands have.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<int?> _jobs = new("--jobs")
    {
        Description = "How many feeds to visit at once, 1 to 64; more while servers let us wait.",
        HelpName = "N",
    };

    private readonly Option<int?> _timeout = new("--timeout")
    {
        Description = "How many seconds a visit may take, 1 to 600.",
        HelpName = "S",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Limit(_jobs, 1, 64);
        Limit(_timeout, 1, 600);
        command.Options.Add(_jobs);
        command.Options.Add(_timeout);
    }

    /// <summary>The number of feeds to fetch at once.</summary>
    public int Jobs(ParseResult args, NetworkSettings settings) => args.GetValue(_jobs) ?? settings.Jobs;

    /// <summary>The timeout of a fetch.</summary>
    public TimeSpan Timeout(ParseResult args, NetworkSettings settings) =>
        args.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : settings.Timeout;

    private static void Limit(Option<int?> option, int least, int most) =>
        option.Validators.Add(result =>
        {
            // A value that is not a number has its own error.
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && (value < least || value > most))
                result.AddError($"{option.Name} takes a number from {least} to {most}, not {value}.");
        });
}
