namespace TermNews.Core.Stories;

/// <summary>Stories, their status and their texts. Code that needs one part of this takes that interface alone.</summary>
public interface IStoryRepository : IStoryReader, ICandidates, IStorySearch, IStoryStatus, IClusterSplits;
