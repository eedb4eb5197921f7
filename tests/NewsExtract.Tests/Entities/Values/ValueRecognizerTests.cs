using System.Globalization;
using NewsExtract.Documents;
using NewsExtract.Entities.Values;
using NewsExtract.Pipeline;
using NewsExtract.Syntax.Tokens;

namespace NewsExtract.Tests.Entities.Values;

public class ValueRecognizerTests
{
    private static readonly NewsPipeline Pipeline = new NewsPipelineBuilder().UseTokens().UseValues().Build();

    private static string Find(string text, string? published)
    {
        var date = published is null ? (DateOnly?)null : DateOnly.Parse(published, CultureInfo.InvariantCulture);
        var document = Pipeline.Annotate(new Article { Id = "a", Text = text, Published = date });
        return string.Join("; ", document.Get<MentionLayer>().Mentions.Select(m => $"{m.Span.Of(text)}={m.Type.ToString().ToUpperInvariant()} {m.Value}"));
    }

    [Theory]
    [InlineData("The court ruled on November 25, 2026.", "November 25, 2026=DATE 2026-11-25")]
    [InlineData("The court ruled on 25 November 2026 in Oslo.", "25 November 2026=DATE 2026-11-25")]
    [InlineData("It rained on Wednesday, Nov. 25, 2026, all over.", "Wednesday, Nov. 25, 2026=DATE 2026-11-25")]
    [InlineData("It was built in 1987 and closed in May 2004.", "1987=DATE 1987; May 2004=DATE 2004-05")]
    [InlineData("From 2019–21 and in the late 1990s", "2019–21=DATE 2019/2021; late 1990s=DATE 199X-END")]
    [InlineData("music of the '80s and the nineties", "'80s=DATE 198X; nineties=DATE 199X")]
    [InlineData("a 19th-century house, the 20th century", "19th-century=DATE 18XX; 20th century=DATE 19XX")]
    [InlineData("Sales fell in the third quarter of 2016.", "third quarter of 2016=DATE 2016-Q3")]
    [InlineData("fiscal 2016 and spring 2015", "fiscal 2016=DATE FY2016; spring 2015=DATE 2015-SP")]
    [InlineData("filed on 11/28/2016 and 2016-12-01", "11/28/2016=DATE 2016-11-28; 2016-12-01=DATE 2016-12-01")]
    [InlineData("She may march in May. They may.", "May=DATE XXXX-05")]
    [InlineData("May said no. March did too.", "")]
    [InlineData("It will end in 2018.", "2018=DATE 2018")]
    [InlineData("The 2016 election drew 2000 voters.", "2016=DATE 2016")]
    [InlineData("early 2016, mid-August and the end of 2017", "early 2016=DATE 2016-START; mid-August=DATE XXXX-08-MID; end of 2017=DATE 2017-END")]
    public void Dates_of_the_calendar(string text, string expected) => Find(text, null).Should().Be(expected);

    [Theory]
    [InlineData("He left on Monday.", "Monday=DATE 2026-11-23")]
    [InlineData("He will leave on Monday.", "Monday=DATE 2026-11-30")]
    [InlineData("He said Wednesday he will leave.", "Wednesday=DATE 2026-11-25")]
    [InlineData("last Wednesday and next Friday", "last Wednesday=DATE 2026-11-18; next Friday=DATE 2026-11-27")]
    [InlineData("It fell yesterday, and today it rose.", "yesterday=DATE 2026-11-24; today=DATE 2026-11-25")]
    [InlineData("It opened last February, not this year.", "last February=DATE 2026-02; this year=DATE 2026")]
    [InlineData("last week, next month, this summer", "last week=DATE 2026-W47; next month=DATE 2026-12; this summer=DATE 2026-SU")]
    [InlineData("He came two years ago, three weeks ago and 10 days ago.", "two years ago=DATE 2024; three weeks ago=DATE 2026-W45; 10 days ago=DATE 2026-11-15")]
    [InlineData("It closed on Jan. 5.", "Jan. 5=DATE 2027-01-05")]
    [InlineData("It closed on Oct. 5.", "Oct. 5=DATE 2026-10-05")]
    [InlineData("They met in December.", "December=DATE 2025-12")]
    [InlineData("on Christmas Day, at Thanksgiving and on Labor Day 2016", "Christmas Day=DATE 2026-12-25; Thanksgiving=DATE 2026-11-26; Labor Day 2016=DATE 2016-09-05")]
    [InlineData("The vote in December may be close.", "December=DATE 2026-12")]
    [InlineData("They will meet in December.", "December=DATE 2026-12")]
    [InlineData("on Monday night, last night and tonight", "Monday night=TIME 2026-11-23TNI; last night=TIME 2026-11-24TNI; tonight=TIME 2026-11-25TNI")]
    [InlineData("in the third quarter and the past two years", "third quarter=DATE 2026-Q3; past two years=DATE P2Y")]
    public void Dates_relative_to_publication(string text, string expected) => Find(text, "2026-11-25").Should().Be(expected);

    [Theory]
    [InlineData("He left on Monday, yesterday or last week.", "Monday=DATE XXXX-WXX-1; yesterday=DATE -P1D; last week=DATE -P1W")]
    [InlineData("Today it rose, two years later.", "Today=DATE PRESENT_REF; two years later=DATE +P2Y")]
    [InlineData("on Nov. 25", "Nov. 25=DATE XXXX-11-25")]
    public void Dates_without_publication_stay_open(string text, string expected) => Find(text, null).Should().Be(expected);

    [Theory]
    [InlineData("at 3:30 p.m. EST and 17:45 GMT", "3:30 p.m. EST=TIME T15:30-05:00; 17:45 GMT=TIME T17:45Z")]
    [InlineData("at 5pm, at noon, at 12 a.m.", "5pm=TIME T17:00; noon=TIME T12:00; 12 a.m.=TIME T00:00")]
    [InlineData("at five o'clock Eastern Standard Time", "five o'clock Eastern Standard Time=TIME T05:00")]
    [InlineData("for 90 minutes, two and a half hours, half an hour", "90 minutes=TIME PT90M; two and a half hours=TIME PT2.5H; half an hour=TIME PT0.5H")]
    [InlineData("a three-day trip, several weeks, a decade", "three-day=DATE P3D; several weeks=DATE PXW; a decade=DATE P10Y")]
    [InlineData("the 20-year-old driver", "20-year-old=DATE P20Y")]
    public void Times_and_durations(string text, string expected) => Find(text, null).Should().Be(expected);

    [Theory]
    [InlineData("It cost $1.2bn.", "$1.2bn=MONEY USD 1200000000")]
    [InlineData("It cost £5,250.50 or US$8m or €3 million.", "£5,250.50=MONEY GBP 5250.5; US$8m=MONEY USD 8000000; €3 million=MONEY EUR 3000000")]
    [InlineData("between $30-40 million and $1 billion to $2 billion", "$30-40 million=MONEY USD 30000000/40000000; $1 billion to $2 billion=MONEY USD 1000000000/2000000000")]
    [InlineData("50 cents, two million euros, 700 yuan", "50 cents=MONEY USD 0.5; two million euros=MONEY EUR 2000000; 700 yuan=MONEY CNY 700")]
    [InlineData("10 Canadian dollars and 5 million rupees", "10 Canadian dollars=MONEY CAD 10; 5 million rupees=MONEY INR 5000000")]
    [InlineData("billions of dollars, half a million dollars, a million-dollar house", "billions of dollars=MONEY USD X; half a million dollars=MONEY USD 500000; a million-dollar=MONEY USD 1000000")]
    [InlineData("They won 3 games. They 3 won.", "")]
    [InlineData("It was a real win. It costs $100,000 a year.", "$100,000=MONEY USD 100000")]
    [InlineData("rose 3.5%, three per cent and 5 to 10 percent", "3.5%=PERCENT 3.5; three per cent=PERCENT 3; 5 to 10 percent=PERCENT 5/10")]
    [InlineData("by two percentage points", "two percentage points=PERCENT 2")]
    [InlineData("12 km, 7,000 tonnes, 60 mph, a 12-mile run", "12 km=QUANTITY 12 km; 7,000 tonnes=QUANTITY 7000 t; 60 mph=QUANTITY 60 mph; 12-mile=QUANTITY 12 mi")]
    [InlineData("He is 6 feet 2 inches tall and weighs 150 pounds.", "6 feet 2 inches=QUANTITY 6 ft 2 in; 150 pounds=QUANTITY 150 lb")]
    [InlineData("twenty-five square miles at 30 degrees Celsius", "twenty-five square miles=QUANTITY 25 mi2; 30 degrees Celsius=QUANTITY 30 °C")]
    public void Money_percentages_and_measures(string text, string expected) => Find(text, null).Should().Be(expected);

    [Theory]
    [InlineData("thousands of ")]
    [InlineData("one hundred ")]
    [InlineData("5 to ")]
    [InlineData("last two ")]
    [InlineData("a. ")]
    [InlineData("( ")]
    public void Long_texts_take_time_in_proportion(string unit)
    {
        const int Length = 200_000;

        // A quadratic rule takes minutes: it would be noticed.
        Find(string.Concat(Enumerable.Repeat(unit, Length / unit.Length)), null).Should().NotBeNull();
    }

    [Theory]
    [InlineData("The second vote was a first. One of them left.")]
    [InlineData("They lost 3-2 to United. He wore No. 10.")]
    [InlineData("A fall in spring prices. He may fall.")]
    public void Words_that_are_no_values(string text) => Find(text, "2026-11-25").Should().BeEmpty();
}
