using System.Collections.Immutable;
using NewsExtract.Errors;

namespace NewsExtract.Documents;

/// <summary>
/// An article with its layers of annotation. Immutable: <see cref="With{TLayer}"/> gives a new document that shares the
/// layers it already had. A layer is found by its type, and there is at most one of each.
/// </summary>
public sealed class Document
{
    private readonly ImmutableArray<object> _layers;

    /// <summary>A document without layers.</summary>
    public Document(Article article)
        : this(article, [])
    {
    }

    private Document(Article article, ImmutableArray<object> layers)
    {
        ArgumentNullException.ThrowIfNull(article);
        Article = article;
        _layers = layers;
    }

    /// <summary>The article.</summary>
    public Article Article { get; }

    /// <summary>The article's text.</summary>
    public string Text => Article.Text;

    /// <summary>The layer of the given type, or null when no stage has added it.</summary>
    public TLayer? Find<TLayer>()
        where TLayer : class
    {
        foreach (var layer in _layers)
        {
            if (layer is TLayer found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The layer of the given type.</summary>
    /// <exception cref="NewsExtractException">No stage has added it.</exception>
    public TLayer Get<TLayer>()
        where TLayer : class =>
        Find<TLayer>() ?? throw new NewsExtractException(ErrorCatalog.LayerMissing(typeof(TLayer).Name));

    /// <summary>This document with one layer more (or with the layer of that type replaced).</summary>
    public Document With<TLayer>(TLayer layer)
        where TLayer : class
    {
        ArgumentNullException.ThrowIfNull(layer);
        var layers = _layers.RemoveAll(static old => old is TLayer).Add(layer);
        return new Document(Article, layers);
    }
}
