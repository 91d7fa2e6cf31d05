using System.CommandLine.Invocation;

namespace TermNews.Cli;

/// <summary>Prints the version.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <summary>The version of this program.</summary>
    public static string Version => typeof(VersionAction).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write($"termnews {Version}\n");
        return ExitCodes.Success;
    }
}
