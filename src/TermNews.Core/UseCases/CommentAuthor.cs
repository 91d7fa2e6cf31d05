namespace TermNews.Core.UseCases;

/// <summary>Whose name stands at a comment where none is given.</summary>
public static class CommentAuthor
{
    /// <summary>
    /// The configured name, else <c>$USER</c>, else <c>$LOGNAME</c>, else the login name of the process's user; the first that has words.
    /// </summary>
    /// <param name="configured">The setting <c>comments.author</c>, or what a command was given; null for none.</param>
    /// <param name="variable">Looks up a variable of the environment.</param>
    public static string NameOf(string? configured, Func<string, string?> variable) =>
        new[] { configured, variable("USER"), variable("LOGNAME"), Environment.UserName }
            .Select(static name => ForeignText.CleanLine(name ?? "")).FirstOrDefault(static name => name.Length > 0) ?? "";
}
