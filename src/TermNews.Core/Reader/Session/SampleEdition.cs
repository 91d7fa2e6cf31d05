namespace TermNews.Core.Reader.Session;

/// <summary>The bundled stories that are shown while there are none of the reader's own.</summary>
/// <param name="Stories">Its stories.</param>
/// <param name="Comments">Comments under them; they last as long as the program runs.</param>
/// <param name="Mutes">What is muted in it; it lasts as long.</param>
public sealed record SampleEdition(IStoryRepository Stories, ICommentRepository Comments, IMuteRepository Mutes);
