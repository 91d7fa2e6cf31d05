using TermNews.Core.Undoing;

namespace TermNews.Core.Reader.Session;

/// <summary>The repositories of an edition. The bundled sample is shown while the reader has no stories; it is not stored.</summary>
/// <param name="Stories">The stories.</param>
/// <param name="Comments">The comments on them.</param>
/// <param name="Mutes">The mutes.</param>
/// <param name="Journal">What the reader did.</param>
public sealed record SampleEdition(IStoryRepository Stories, ICommentRepository Comments, IMuteRepository Mutes, IJournal Journal);
