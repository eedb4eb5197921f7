using System.Globalization;
using System.Xml;

namespace NewsExtract.Formats.Xlsx;

/// <summary>Writes the rows of one sheet. Text is text to the spreadsheet whatever it begins with, so no guard is needed.</summary>
internal sealed class XlsxSheet : IRowWriter, IDisposable
{
    /// <summary>Rows that a sheet holds.</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LongestText = 32_767;

    private readonly XmlWriter _xml;
    private bool _isInRow;

    /// <summary>Starts a sheet with its header, which stays in view.</summary>
    public XlsxSheet(Stream output, IEnumerable<string> header)
    {
        _xml = XmlWriter.Create(output, new XmlWriterSettings { CloseOutput = false });
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        _xml.WriteStartElement("sheetData", Main);
        foreach (var column in header)
        {
            Text(column);
        }

        End();
    }

    /// <summary>The rows so far, with the header.</summary>
    public int Rows { get; private set; }

    public IRowWriter Text(string? text)
    {
        Row();
        _xml.WriteStartElement("c", Main);
        if (!string.IsNullOrEmpty(text))
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is", Main);
            _xml.WriteStartElement("t", Main);
            _xml.WriteAttributeString("xml", "space", null, "preserve");
            _xml.WriteString(Clean(text));
            _xml.WriteEndElement();
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
        return this;
    }

    public IRowWriter Number(long? number) => Value(number?.ToString(CultureInfo.InvariantCulture));

    public IRowWriter Number(double? number) => Value(number?.ToString("R", CultureInfo.InvariantCulture));

    public void End()
    {
        Row();
        _xml.WriteEndElement();
        _isInRow = false;
        Rows++;
    }

    public void Dispose()
    {
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    /// <summary>What a cell can hold: no characters that XML lacks, and not more than the format allows.</summary>
    private static string Clean(string text)
    {
        if (text.Length > LongestText)
        {
            var end = char.IsHighSurrogate(text[LongestText - 2]) ? LongestText - 2 : LongestText - 1;
            text = text[..end] + "…";
        }

        return text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\uFFFE', '\uFFFF')
            ? string.Concat(text.Select(static c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : ' '))
            : text;
    }

    private XlsxSheet Value(string? number)
    {
        Row();
        _xml.WriteStartElement("c", Main);
        if (number is not null)
        {
            _xml.WriteElementString("v", Main, number);
        }

        _xml.WriteEndElement();
        return this;
    }

    private void Row()
    {
        if (!_isInRow)
        {
            _xml.WriteStartElement("row", Main);
            _isInRow = true;
        }
    }
}
