using System.Text.Json;
using NewsExtract.Documents;

namespace NewsExtract.Cli;

/// <summary>The contract's JSON in its simplest form, until Formats/ has the real writer.</summary>
internal static class DraftJson
{
    public static void Write(Utf8JsonWriter json, Document document)
    {
        void Span(string? name, TextSpan? span)
        {
            if (span is not { } s)
            {
                json.WriteNull(name!);
                return;
            }

            if (name is null)
            {
                json.WriteStartObject();
            }
            else
            {
                json.WriteStartObject(name);
            }

            Inside(s);
            json.WriteEndObject();
        }

        void Inside(TextSpan s)
        {
            json.WriteNumber("start", s.Start);
            json.WriteNumber("end", s.End);
            json.WriteString("text", s.Of(document.Text));
        }

        json.WriteStartObject();
        json.WriteString("schema", "newsextract/1");
        json.WriteStartObject("article");
        json.WriteString("id", document.Article.Id);
        json.WriteEndObject();
        json.WriteString("offsetUnit", "utf16");
        json.WriteString("text", document.Text);
        if (document.Find<SentenceLayer>() is { } sentences)
        {
            json.WriteStartArray("sentences");
            foreach (var sentence in sentences.Sentences)
            {
                Span(null, sentence.Span);
            }

            json.WriteEndArray();
        }

        if (document.Find<EntityLayer>() is { } entities)
        {
            json.WriteStartArray("entities");
            foreach (var entity in entities.Entities)
            {
                json.WriteStartObject();
                json.WriteString("id", entity.Id);
                json.WriteString("type", entity.Type.Name());
                json.WriteString("name", entity.Name);
                json.WriteStartArray("mentions");
                foreach (var mention in entity.Mentions)
                {
                    json.WriteStartObject();
                    Inside(mention.Span);
                    json.WriteString("kind", mention.Kind.ToString().ToLowerInvariant());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else if (document.Find<MentionLayer>() is { } mentions)
        {
            json.WriteStartArray("entities");
            foreach (var mention in mentions.Mentions)
            {
                json.WriteStartObject();
                json.WriteString("type", mention.Type.Name());
                json.WriteString("name", mention.Span.Of(document.Text));
                json.WriteStartArray("mentions");
                json.WriteStartObject();
                Inside(mention.Span);
                json.WriteString("kind", "name");
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (document.Find<QuoteLayer>() is { } quotes)
        {
            json.WriteStartArray("quotes");
            foreach (var quote in quotes.Quotes)
            {
                json.WriteStartObject();
                json.WriteString("id", quote.Id);
                json.WriteString("type", quote.Type.ToString().ToLowerInvariant());
                json.WriteStartArray("content");
                foreach (var piece in quote.Content)
                {
                    Span(null, piece);
                }

                json.WriteEndArray();
                Span("cue", quote.Cue);
                Span("speaker", quote.Speaker);
                json.WriteString("speakerEntity", quote.SpeakerEntity);
                json.WriteString("speakerName", quote.SpeakerName);
                json.WriteBoolean("speech", quote.IsSpeech);
                json.WriteNumber("confidence", quote.Confidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (document.Find<StanceLayer>() is { } stances)
        {
            json.WriteStartArray("stances");
            foreach (var stance in stances.Stances)
            {
                json.WriteStartObject();
                json.WriteString("id", stance.Id);
                foreach (var (name, side) in new[] { ("holder", stance.Holder), ("target", stance.Target) })
                {
                    json.WriteStartObject(name);
                    json.WriteString("entity", side.Entity);
                    json.WriteString("name", side.Name);
                    if (side.Span is { } span)
                    {
                        Inside(span);
                    }

                    json.WriteEndObject();
                }

                json.WriteString("polarity", stance.Polarity.ToString().ToLowerInvariant());
                json.WriteNumber("confidence", stance.Confidence);
                Span("evidence", stance.Evidence);
                json.WriteString("quote", stance.Quote);
                json.WriteStartArray("basis");
                foreach (var basis in stance.Basis)
                {
                    json.WriteStringValue(basis);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
