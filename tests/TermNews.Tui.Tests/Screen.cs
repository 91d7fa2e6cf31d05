using System.Runtime.CompilerServices;
using System.Text;
using Terminal.Gui.App;
using Terminal.Gui.Drawing;
using Terminal.Gui.Drivers;
using Terminal.Gui.Views;
using Style = Terminal.Gui.Drawing.TextStyle;

namespace TermNews.Tui.Tests;

/// <summary>
/// A screen without a terminal, compared with the grids in <c>Screens/*.txt</c>: a bar stands before and behind each row, <c>&gt;</c>
/// before a selected one.
/// </summary>
internal sealed class Screen : IDisposable
{
    private Screen(IApplication app) => App = app;

    public IApplication App { get; }

    [ModuleInitializer]
    internal static void StayOffTheTerminal() => Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");

    public static Screen Open(int columns, int rows)
    {
        var app = Application.Create();
        app.Init(DriverRegistry.Names.ANSI);
        app.Driver!.SetScreenSize(columns, rows);
        return new Screen(app);
    }

    public void Begin(Runnable root) => App.Begin(root);

    public void Resize(int columns, int rows)
    {
        App.Driver!.SetScreenSize(columns, rows);
        Draw();
    }

    public void Draw() => App.LayoutAndDraw();

    public string Grid()
    {
        Draw();
        var cells = App.Driver!.Contents!;
        var grid = new StringBuilder();
        for (var row = 0; row < cells.GetLength(0); row++)
        {
            grid.Append(IsReversed(cells[row, 0]) || IsReversed(cells[row, Math.Min(4, cells.GetLength(1) - 1)]) ? '>' : '|');
            for (var column = 0; column < cells.GetLength(1); column++)
                grid.Append(cells[row, column].Grapheme);
            grid.Append("|\n");
        }
        return grid.ToString();
    }

    /// <summary>
    /// The screen is what the file says. <c>TERMNEWS_WRITE_SCREENS=1</c> writes the file instead, to be looked at and kept.
    /// </summary>
    public void AssertIs(string name, [CallerFilePath] string caller = "")
    {
        var root = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(root, "Screens")))
            root = Path.GetDirectoryName(root)!;
        var file = Path.Combine(root, "Screens", name + ".txt");
        var grid = Grid();
        if (Environment.GetEnvironmentVariable("TERMNEWS_WRITE_SCREENS") == "1")
            File.WriteAllText(file, grid);
        Assert.True(File.Exists(file), $"Screens/{name}.txt is missing; it should be what is right of:\n{grid}");
        Assert.Equal(File.ReadAllText(file), grid, ignoreLineEndingDifferences: true);
    }

    public void Dispose() => App.Dispose();

    private static bool IsReversed(Cell cell) => cell.Attribute is { } look && (look.Style & Style.Reverse) != 0;
}
