using TermNews.Core.Configuration;

namespace TermNews.Cli.Commands.Shared;

/// <summary><c>--jobs</c> and <c>--timeout</c>, which several commands have.</summary>
internal sealed class NetworkOptions
{
    private readonly Option<int?> _jobs = new Option<int?>("--jobs")
    {
        Description = "How many feeds to visit at once, 1 to 64; more while servers let us wait.",
        HelpName = "N",
    }.Between(1, 64);

    private readonly Option<int?> _timeout = new Option<int?>("--timeout")
    {
        Description = "How many seconds a visit may take, 1 to 600.",
        HelpName = "S",
    }.Between(1, 600);

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_jobs, _timeout];

    /// <summary>The number of feeds to fetch at once.</summary>
    public int Jobs(ParseResult args, NetworkSettings settings) => args.GetValue(_jobs) ?? settings.Jobs;

    /// <summary>The timeout of a fetch.</summary>
    public TimeSpan Timeout(ParseResult args, NetworkSettings settings) =>
        args.GetValue(_timeout) is { } seconds ? TimeSpan.FromSeconds(seconds) : settings.Timeout;
}
