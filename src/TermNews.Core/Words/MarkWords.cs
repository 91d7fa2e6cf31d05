namespace TermNews.Core.Words;

/// <summary>Changes of the status of stories in words.</summary>
public static class MarkWords
{
    /// <summary>"marked as read", for "3 stories marked as read".</summary>
    public static string Of(StatusChange change) => change switch
    {
        StatusChange.Read => "marked as read",
        StatusChange.Unread => "marked as unread",
        StatusChange.Saved => "kept in Saved",
        StatusChange.Unsaved => "taken out of Saved",
        StatusChange.Pinned => "pinned as Must-Read",
        StatusChange.Unpinned => "no longer pinned",
        StatusChange.Hidden => "hidden",
        StatusChange.Shown => "shown again",
    };
}
