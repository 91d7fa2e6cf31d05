using TermNews.Core.Reader.Keys;

namespace TermNews.Core.Reader.Plain;

/// <summary>A command of the plain reader: a line of the table that it runs by and that its help is made of.</summary>
/// <param name="Name">The word that is typed, or its beginning.</param>
/// <param name="Arguments">What may follow it, for the help.</param>
/// <param name="Words">What it does, for the help.</param>
/// <param name="RunAsync">Does it, with what was typed after the name.</param>
/// <param name="Key">The command of the full-screen reader whose key stands for it as well, or null.</param>
internal sealed record PlainCommand(
    string Name, string Arguments, string Words, Func<PlainReader, string, CancellationToken, Task> RunAsync, ReaderCommand? Key = null);
