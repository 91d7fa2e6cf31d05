using System.Runtime.CompilerServices;
using Terminal.Gui.Configuration;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Prepares the toolkit's configuration when the reader opens. Terminal.Gui does it in a module initializer, which would cost every
/// command some 30 ms in the NativeAOT program; there <c>StartupSubstitutions.xml</c> takes the initializer out, and this stands in for it.
/// </summary>
internal static class ToolkitStart
{
    /// <summary>Prepares what the toolkit reads when it starts; nothing is left to do where the module initializer ran.</summary>
    public static void Prepare()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            TuiConfigurationBuilder.Shared.ApplyToStaticFacades();
    }
}
