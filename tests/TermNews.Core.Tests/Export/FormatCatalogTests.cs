using System.Reflection;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Export;

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
