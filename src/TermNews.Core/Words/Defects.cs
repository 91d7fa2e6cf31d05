namespace TermNews.Core.Words;

/// <summary>Sentences about failures that the program does not know: a defect of it, which must not be the end of the reader.</summary>
public static class Defects
{
    /// <summary>The sentence for a command that failed so; the message is cleaned, since it may quote foreign text.</summary>
    public static string Sentence(Exception failure) =>
        $"That failed for a reason that TermNews does not know ({failure.GetType().Name}: {ForeignText.CleanLine(failure.Message)}); "
        + "please report it.";
}
