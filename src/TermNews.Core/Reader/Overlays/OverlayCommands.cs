namespace TermNews.Core.Reader.Overlays;

/// <summary>The commands of prompts, questions and menus.</summary>
public static class OverlayCommands
{
    public static readonly ReaderCommand Split = ReaderCommand.On<MenuOverlay>("split", KeyScope.Menu, ["x"],
        "among those who report: this is other news, take it out", static (menu, token) => menu.TakeOutAsync(token));

    public static readonly ReaderCommand Accept = ReaderCommand.On<PromptOverlay>("accept", KeyScope.Prompt, ["Enter"],
        "take what was typed", static (prompt, token) => prompt.AcceptAsync(token));

    public static readonly ReaderCommand Yes = ReaderCommand.On<QuestionOverlay>("yes", KeyScope.Question, ["y", "Y"],
        "yes", static (question, token) => question.YesAsync(token), "yes");

    public static readonly ReaderCommand No = ReaderCommand.On<QuestionOverlay>("no", KeyScope.Question, ["n", "N", "q"],
        "no", static (question, token) => question.CancelAsync(token), "no");
}
