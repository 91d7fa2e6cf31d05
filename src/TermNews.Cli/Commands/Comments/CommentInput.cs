namespace TermNews.Cli.Commands.Comments;

/// <summary>Reads standard input for the argument <c>-</c>.</summary>
internal static class CommentInput
{
    /// <summary>Bytes: a bound for memory, far above a comment of 300 characters.</summary>
    private const int Longest = 1024 * 1024;

    /// <summary>The given text, or the text of standard input.</summary>
    public static async Task<string> ReadAsync(ProgramContext context, string? given, CancellationToken cancellationToken)
    {
        if (given is not (null or "-"))
            return given;
        if (given is null && context.Terminal.Value.IsInputTerminal)
            throw new NewsException(NewsFault.WrongUse, "There is no text; give it as an argument, or - to read it from standard input.");
        await using var input = context.Input();
        return Encoding.UTF8.GetString(await ReadAllAsync(input, cancellationToken));
    }

    /// <summary>All bytes of a stream; an error beyond a limit in bytes.</summary>
    public static async Task<byte[]> ReadAllAsync(Stream input, CancellationToken cancellationToken, int longest = Longest)
    {
        using var kept = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int count; (count = await input.ReadAsync(piece, cancellationToken)) > 0;)
        {
            kept.Write(piece, 0, count);
            if (kept.Length > longest)
                throw new NewsException(NewsFault.WrongUse, $"The input is larger than {longest / 1024 / 1024} MiB, which is the most.");
        }
        return kept.ToArray();
    }
}
