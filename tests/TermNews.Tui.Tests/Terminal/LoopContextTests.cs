using Terminal.Gui.App;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Terminal;

public sealed class LoopContextTests : IDisposable
{
    private readonly SynchronizationContext? _before = SynchronizationContext.Current;

    [Fact]
    public void What_comes_back_after_the_end_is_dropped()
    {
        using var app = Application.Create();
        var context = LoopContext.Install(app);
        var hasRun = false;
        context.Dispose();

        context.Post(() => hasRun = true);
        context.CreateCopy().Post(_ => hasRun = true, null);

        Assert.False(hasRun);
    }

    [Fact]
    public void Before_it_a_loop_that_was_never_made_ready_is_a_defect()
    {
        using var app = Application.Create();
        using var context = LoopContext.Install(app);

        Assert.Throws<NotInitializedException>(() => context.Post(() => { }));
    }

    public void Dispose() => SynchronizationContext.SetSynchronizationContext(_before);
}
