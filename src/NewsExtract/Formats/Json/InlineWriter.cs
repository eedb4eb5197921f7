using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsExtract.Formats.Json;

/// <summary>Writes the small objects of an annotation file, each on one line of an otherwise indented file.</summary>
internal sealed class InlineWriter : IDisposable
{
    private readonly Utf8JsonWriter _outer;
    private readonly ArrayBufferWriter<byte> _buffer = new(256);
    private readonly Utf8JsonWriter _inner;

    public InlineWriter(Utf8JsonWriter outer)
    {
        _outer = outer;
        _inner = new Utf8JsonWriter(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Dispose() => _inner.Dispose();

    /// <summary>Start and end alone.</summary>
    public void Range(AnnotatedSpan span)
    {
        _inner.WriteStartObject();
        _inner.WriteNumber("start", span.Start);
        _inner.WriteNumber("end", span.End);
        Close();
    }

    /// <summary>A span with its text, or null.</summary>
    public void Span(AnnotatedSpan? span)
    {
        if (span is null)
        {
            _outer.WriteNullValue();
            return;
        }

        _inner.WriteStartObject();
        Inside(span);
        Close();
    }

    /// <summary>A mention.</summary>
    public void Mention(AnnotatedMention mention)
    {
        _inner.WriteStartObject();
        Inside(mention.Span);
        _inner.WriteString("kind", AnnotationNames.Of(mention.Kind));
        if (mention.Confidence is { } confidence)
        {
            _inner.WriteNumber("confidence", confidence);
        }

        if (mention.Value is { } value)
        {
            _inner.WriteString("value", value);
        }

        if (mention.Country is { } country)
        {
            _inner.WriteString("country", country);
        }

        Close();
    }

    /// <summary>A holder or target.</summary>
    public void Side(AnnotatedSide side)
    {
        _inner.WriteStartObject();
        if (side.Entity is { } entity)
        {
            _inner.WriteString("entity", entity);
        }

        _inner.WriteString("name", side.Name);
        if (side.Span is { } span)
        {
            Inside(span);
        }

        Close();
    }

    private void Inside(AnnotatedSpan span)
    {
        _inner.WriteNumber("start", span.Start);
        _inner.WriteNumber("end", span.End);
        _inner.WriteString("text", span.Text);
    }

    private void Close()
    {
        _inner.WriteEndObject();
        _inner.Flush();
        _outer.WriteRawValue(_buffer.WrittenSpan, skipInputValidation: true);
        _buffer.ResetWrittenCount();
        _inner.Reset();
    }
}
