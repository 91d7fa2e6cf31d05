using SkiaSharp;
using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Pictures;
using TermNews.Core.Storage;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Storage;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Pictures;

public sealed class PictureShelfTests : TemporaryDatabase
{
    private const string Url = "https://e/flag.png";
    private readonly OnePicture _source = new(FlagPicture.File(64, 64, SKEncodedImageFormat.Png));

    [Fact]
    public async Task A_picture_of_half_blocks_has_two_pixels_a_cell()
    {
        var shelf = new PictureShelf(_source, null, PictureForm.HalfBlocks);
        Assert.Empty(shelf.RowsOf(Url, 4));
        await shelf.TakeAsync(Url, Token);

        var rows = shelf.RowsOf(Url, 4);

        Assert.Equal(["▀▀▀▀", "▀▀  "], rows.Select(row => string.Concat(row.Select(run => run.Text))));
        Assert.Equal([new Ink(0xFF0000, 0xFF0000), new Ink(0x00FF00, 0x00FF00)], rows[0].Select(run => run.Ink!.Value).Distinct());
        Assert.Equal([new Ink(0x0000FF, 0x0000FF), new Ink(-1, -1)], rows[1].Select(run => run.Ink!.Value).Distinct());
    }

    [Theory]
    [InlineData(64, 64, 78, 8, 4)]
    [InlineData(640, 320, 78, 78, 20)]
    [InlineData(100, 2000, 78, 2, 20)]
    [InlineData(2000, 4, 40, 40, 1)]
    public async Task A_picture_keeps_its_shape_and_is_not_blown_up(int width, int height, int cells, int columns, int rows)
    {
        var shelf = new PictureShelf(new OnePicture(FlagPicture.File(width, height, SKEncodedImageFormat.Png)), null, PictureForm.Placed);
        await shelf.TakeAsync(Url, Token);

        var placed = shelf.RowsOf(Url, cells)[0][0].Picture!.Of;

        Assert.Equal((columns, rows), (placed.Columns, placed.Rows));
    }

    [Fact]
    public async Task A_picture_is_fetched_once_and_then_seen_without_a_network()
    {
        var kept = new PictureRepository(Database);
        await new PictureShelf(_source, kept, PictureForm.Placed).TakeAsync(Url, Token);
        var offline = new PictureShelf(null, kept, PictureForm.Placed);

        await offline.TakeAsync(Url, Token);

        Assert.NotEmpty(offline.RowsOf(Url, 20));
        Assert.Equal(1, _source.Fetched);
        await Assert.ThrowsAsync<NewsException>(() => offline.TakeAsync("https://e/other.png", Token));
    }

    [Fact]
    public async Task The_oldest_pictures_go_where_there_are_too_many()
    {
        var kept = new PictureRepository(Database, mostBytes: 250);
        foreach (var name in new[] { "a", "b", "c" })
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await kept.KeepAsync(name, new byte[100], Token);
        }

        Assert.Null(await kept.FindAsync("a", Token));
        Assert.Equal(100, (await kept.FindAsync("c", Token))?.Length);
    }

    [Fact]
    public async Task An_article_shows_a_picture_above_its_caption()
    {
        var shelf = new PictureShelf(_source, null, PictureForm.HalfBlocks);
        await shelf.TakeAsync(Url, Token);
        Block[] blocks =
            [new Paragraph([new TextInline("Before.")]), new Figure(Url, null, "A flag"), new Paragraph([new TextInline("After.")])];

        var page = ArticleLayout.Lay(blocks, 40, new LayoutOptions { Pictures = shelf });

        Assert.Equal(["Before.", "", "▀▀▀▀▀▀▀▀", "▀▀▀▀▀▀▀▀", "▀▀▀▀    ", "▀▀▀▀    ", "[image] A flag", "", "After."],
            page.Lines.Select(line => line.ToString()));
    }

    internal sealed class OnePicture(byte[] file) : IPictureSource
    {
        public int Fetched { get; private set; }

        public Task<ReadOnlyMemory<byte>> FetchPictureAsync(string url, CancellationToken cancellationToken)
        {
            Fetched++;
            return url.Contains("none", StringComparison.Ordinal)
                ? throw new NewsException(NewsFault.Network, "There is nothing.") : Task.FromResult<ReadOnlyMemory<byte>>(file);
        }
    }
}
