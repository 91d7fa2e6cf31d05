using CsCheck;
using TermNews.Core.Conversation;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Stories;

public sealed class CommentThreadTests
{
    private static Comment Of(long id, long? replyTo) =>
        new(id, 1, "Ann", CommentText.Create($"Comment {id}"), A.Noon.AddMinutes(id), null, replyTo);

    /// <summary>"1 2>1": comment 1, and comment 2, which answers it.</summary>
    private static IReadOnlyList<Comment> Read(string comments) => [.. comments.Split(' ').Select(word => word.Split('>'))
        .Select(parts => Of(long.Parse(parts[0], null), parts.Length > 1 ? long.Parse(parts[1], null) : null))];

    [Theory]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("1 2 3>1 4>2 5>1", "1 .3 .5 2 .4")]
    [InlineData("1 2>1 3>2 4>3 5>4 6>5 7", "1 .2 ..3 ...4 ....5 .....6 7")]
    [InlineData("2>1 3>2 4", "2 .3 4")]
    [InlineData("1>3 2>1 3>2 4", "4 1 .2 ..3")]
    [InlineData("1>1 2>1", "1 .2")]
    public void Answers_stand_below_what_they_answer(string comments, string expected) => Assert.Equal(expected, string.Join(' ',
        CommentThread.Of(Read(comments)).Select(placed => new string('.', placed.Depth) + placed.Comment.Id)));

    [Fact]
    public void None_is_lost_or_doubled_and_each_comes_after_what_it_answers() =>
        Gen.Int[0, 12].Array[0, 12].Sample(parents =>
        {
            IReadOnlyList<Comment> comments = [.. parents.Select((parent, at) => Of(at + 1, parent == 0 ? null : parent))];
            var ordered = CommentThread.Of(comments);
            Assert.Equal(comments.Select(one => one.Id).Order(), ordered.Select(placed => placed.Comment.Id).Order());
            for (var at = 0; at < ordered.Count; at++)
            {
                if (ordered[at].Depth > 0)
                    Assert.Contains(ordered.Take(at), before => before.Comment.Id == ordered[at].Comment.ReplyTo
                        && before.Depth == ordered[at].Depth - 1);
            }
        });

    [Fact]
    public void Deep_threads_are_indented_four_times_at_most() => Assert.Equal([0, 2, 4, 6, 8, 8],
        CommentThread.Of(Read("1 2>1 3>2 4>3 5>4 6>5")).Select(placed => placed.Indent));
}
