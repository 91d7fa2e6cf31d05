using TermNews.Core.Configuration;

namespace TermNews.Cli.Commands.Shared;

/// <summary><c>--jobs</c> and <c>--timeout</c>, which several commands have.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<int?> _jobs = new Option<int?>("--jobs")
    {
        Description = "How many feeds to visit at once, 1 to 64; more while servers let us wait.",
        HelpName = "N",
    }.Refusing(value => value is < 1 or > 64 ? $"--jobs takes a number from 1 to 64, not {value}." : null);

    private readonly Option<int?> _timeout = new Option<int?>("--timeout")
    {
        Description = "How many seconds a visit may take, 1 to 600.",
        HelpName = "S",
    }.Refusing(value => value is < 1 or > 600 ? $"--timeout takes a number from 1 to 600, not {value}." : null);

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_jobs, _timeout];

    /// <summary>The number of feeds to fetch at once.</summary>
    public int Jobs(ParseResult args, NetworkSettings settings) => args.GetValue(_jobs) ?? settings.Jobs;

    /// <summary>The timeout of a fetch.</summary>
    public TimeSpan Timeout(ParseResult args, NetworkSettings settings) =>
        args.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : settings.Timeout;
}
