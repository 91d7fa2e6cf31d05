using TermNews.Core.Feeds.Fetching;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace TermNews.Core.Configuration;

/// <summary>Reads <c>config.toml</c>.</summary>
public static class SettingsFile
{
    /// <summary>Size limit in bytes: no written configuration comes near it, and a wrong file is not read into memory.</summary>
    private const long Largest = 1024 * 1024;

    /// <summary>Keys whose lines are not quoted in errors.</summary>
    private static readonly string[] Secrets = ["user", "password", "token", "proxy"];

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isRequired">Whether a missing file is an error: the reader named it.</param>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.Unreadable"/>: the file cannot be read; the message has file, line and column.
    /// </exception>
    public static Settings Load(string path, bool isRequired)
    {
        if (!File.Exists(path))
        {
            return isRequired || Directory.Exists(path)
                ? throw new NewsException(NewsFault.Unreadable, $"There is no configuration file {path}.")
                : new Settings();
        }
        // A shell's <(…) is a pipe below /dev with its writer at the other end; one in another folder may wait for its writer for ever.
        if (!path.StartsWith("/dev/", StringComparison.Ordinal) && NamedPipe.Is(path))
            throw new NewsException(NewsFault.Unreadable, $"The configuration {path} is a named pipe; give the path of a file.");
        try
        {
            return new FileInfo(path).Length <= Largest
                ? WithModeWarning(Parse(File.ReadAllText(path), path), path)
                : throw new NewsException(NewsFault.Unreadable, $"The configuration {path} is larger than 1 MiB.");
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new NewsException(NewsFault.Unreadable, $"The configuration {path} cannot be read; check who may read it.", ex);
        }
    }

    /// <summary>Reads a configuration from its text.</summary>
    /// <param name="text">TOML.</param>
    /// <param name="path">Where it came from, for the sentence.</param>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: it is not TOML, or a value does not fit.</exception>
    public static Settings Parse(string text, string path)
    {
        var document = ReadSyntax(text, path);
        if (document.HasErrors)
        {
            var first = document.Diagnostics.First();
            var what = MayBeSecret(text, first.Span.Start.Line) ? "this is not TOML" : ForeignText.CleanLine(first.Message).TrimEnd('.');
            throw Fault(path, first.Span.Start.Line + 1, first.Span.Start.Column + 1, what);
        }
        var reader = new SettingsReader(path);
        foreach (var item in TomlItem.AllOf(document))
            reader.Take(item);
        foreach (var table in document.Tables.Where(static table => !table.Items.Any() && table.Name is not null))
        {
            var start = table.Name!.Span.Start;
            reader.TakeTable(ForeignText.CleanLine(table.Name.ToString()).Trim(), start.Line + 1, start.Column + 1);
        }
        return reader.ToSettings();
    }

    /// <summary>Warns of a file with a password that others may read.</summary>
    private static Settings WithModeWarning(Settings settings, string path)
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        if (OperatingSystem.IsWindows() || !settings.Feeds.Any(IsSecret) || (File.GetUnixFileMode(path) & others) == 0)
            return settings;
        var warning = new SettingsWarning(1, 1, $"others may read the passwords in this file; use: chmod 600 {path}");
        return settings with { Warnings = [warning, .. settings.Warnings] };
    }

    private static bool IsSecret(FeedAccess feed) =>
        feed.Password.Length > 0 || feed.Token is not null || feed.Proxy.Address?.UserInfo.Length > 0;

    private static DocumentSyntax ReadSyntax(string text, string path)
    {
        try
        {
            return SyntaxParser.Parse(text, path, validate: true);
        }
        catch (TomlException ex)
        {
            // The parser reports what is nested too deeply by this exception alone.
            var (line, column) = ex.Line is { } at ? (at, ex.Column ?? 1) : DeepestPlace(text);
            throw Fault(path, line, column, "lists or tables are nested too deeply here");
        }
    }

    /// <summary>Line and column, from 1, of the innermost bracket; the parser does not say where it gave up.</summary>
    private static (int Line, int Column) DeepestPlace(string text)
    {
        var (place, depth, deepest, line, start) = ((1, 1), 0, 0, 1, 0);
        for (var at = 0; at < text.Length; at++)
        {
            depth += text[at] is '[' or '{' ? 1 : text[at] is ']' or '}' ? -1 : 0;
            if (depth > deepest)
                (deepest, place) = (depth, (line, at - start + 1));
            if (text[at] == '\n')
                (line, start) = (line + 1, at + 1);
        }
        return place;
    }

    /// <summary>Whether a line may hold a password, which the words of the parser would repeat.</summary>
    private static bool MayBeSecret(string text, int line)
    {
        var words = text.Split('\n').ElementAtOrDefault(line) ?? "";
        return Secrets.Any(name => words.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The error for a place in the file.</summary>
    internal static NewsException Fault(string path, int line, int column, string what) =>
        new(NewsFault.Unreadable, string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}, column {column}: {what}."));
}
