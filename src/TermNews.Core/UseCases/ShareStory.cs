namespace TermNews.Core.UseCases;

/// <summary>Copies and opens the addresses of stories; opened addresses lose the parameters that track readers.</summary>
/// <param name="clipboard">The clipboard.</param>
/// <param name="browser">The browser.</param>
public sealed class ShareStory(IClipboard clipboard, IBrowser browser)
{
    private const string NoLink = "This story has no link.";

    /// <summary>Copies the link of a story, without trackers.</summary>
    public Task<Outcome> CopyLinkAsync(Story story, CancellationToken cancellationToken) =>
        CopyAsync(story.Link is { } link ? TrackerFree.Of(link) : null, cancellationToken);

    /// <summary>Copies the headline of a story and its link below.</summary>
    public Task<Outcome> CopyTitleAndLinkAsync(Story story, CancellationToken cancellationToken) =>
        CopyAsync($"{story.Headline}\n{story.Link}".TrimEnd(), cancellationToken);

    /// <summary>Copies a text; null where a story has none.</summary>
    public async Task<Outcome> CopyAsync(string? text, CancellationToken cancellationToken) =>
        new(string.IsNullOrEmpty(text) ? NoLink : await clipboard.CopyAsync(text, cancellationToken));

    /// <summary>Opens the page of a story.</summary>
    public Task<Outcome<string?>> OpenPageAsync(Story story, CancellationToken cancellationToken) =>
        OpenAsync(story.Link, NoLink, cancellationToken);

    /// <summary>Opens the publisher's own discussion of a story.</summary>
    public Task<Outcome<string?>> OpenDiscussionAsync(Story story, CancellationToken cancellationToken) =>
        OpenAsync(story.DiscussionLink, "The publisher has no discussion of this story.", cancellationToken);

    /// <summary>Opens the mail program with the headline and the link of a story.</summary>
    public Task<Outcome<string?>> MailAsync(Story story, CancellationToken cancellationToken) => OpenAsync(
        $"mailto:?subject={Uri.EscapeDataString(story.Headline)}&body={Uri.EscapeDataString(story.Link ?? "")}", cancellationToken);

    /// <summary>
    /// Opens an address. The value is the address where it was copied instead, because the browser is at another machine; else null.
    /// </summary>
    public Task<Outcome<string?>> OpenAsync(string address, CancellationToken cancellationToken) =>
        OpenAsync(address, "", cancellationToken);

    private async Task<Outcome<string?>> OpenAsync(string? address, string otherwise, CancellationToken cancellationToken)
    {
        if (address is null)
            return new(otherwise, null);
        var bare = TrackerFree.Of(address);
        return new(await browser.OpenAsync(bare, cancellationToken), browser.IsElsewhere ? bare : null);
    }
}
