using System.Reflection;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Export;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Export;

/// <summary>A format that its catalog forgot is named here.</summary>
public sealed class FormatCatalogTests
{
    [Fact]
    public void Every_format_of_lists_is_in_the_catalog() =>
        Assert.Empty(
            Declared<ExportFormat>().Where(declared => !ExportFormats.All.Contains(declared.Format)).Select(declared => declared.Name));

    [Fact]
    public void Every_format_of_articles_is_in_the_catalog() =>
        Assert.Empty(
            Declared<ArticleFormat>().Where(declared => !ArticleFormats.All.Contains(declared.Format)).Select(declared => declared.Name));

    [Fact]
    public void Every_writer_of_stories_declares_its_format()
    {
        var writers = Types()
            .Where(type => type is { IsClass: true, IsGenericType: false } && typeof(IRowWriter<ExportedStory>).IsAssignableFrom(type));

        Assert.Empty(writers.Where(type => !Properties(type).Any(property => property.PropertyType == typeof(ExportFormat)))
            .Select(type => type.Name));
    }

    [Fact]
    public void No_word_names_two_formats()
    {
        Assert.Equal(ExportFormats.Words.Distinct(), ExportFormats.Words);
        Assert.Equal(ArticleFormats.Words.Distinct(), ArticleFormats.Words);
    }

    [Fact]
    public void Every_document_has_the_text_of_a_story()
    {
        var comment = new Comment(1, 1, "Ann", CommentText.Create("Read again."), A.Noon, EditedAt: null, ReplyTo: null);
        var row = new ExportedStory(
            new RankedStory(A.Story(1, "Headline"), 0, "just now"), new StoryText(null, "<p>The body.</p>"), [comment]);

        var settings = new ExportSettings { Title = "Latest", Now = A.Noon, Fields = StoryFields.Complete(withText: true) };

        Assert.All(ExportFormats.All.Where(format => format.IsDocument), format =>
        {
            var output = new StringWriter();
            var writer = format.Open(output, settings);
            writer.Start();
            writer.Write(row);
            writer.Finish();
            Assert.Contains("The body.", output.ToString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_fact_of_an_entry_is_a_field_of_the_output()
    {
        string[] withoutField = ["AuthorEmail", "Counters"];   // Kept for the article and for rankings.
        var fields = StoryFields.Complete(withText: true).Columns.Select(column => column.Name).ToHashSet();
        var facts = typeof(EntryFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name).Where(name => name != "EqualityContract").Except(withoutField);

        Assert.All(facts, name => Assert.Contains(fields, field => name.StartsWith(field, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<(string Name, T Format)> Declared<T>() =>
        from type in Types()
        where !type.ContainsGenericParameters
        from property in Properties(type)
        where property.PropertyType == typeof(T)
        select ($"{type.Name}.{property.Name}", (T)property.GetValue(null)!);

    private static Type[] Types() => typeof(ExportFormats).Assembly.GetTypes();

    private static PropertyInfo[] Properties(Type type) =>
        type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
}
