using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Testing;
using PlusPortal.Web.Features.Api.Orientations;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Security.Inputs;

/// <summary>Every text has a length that counts as the database does, and nobody reads a request behind the back of the rules.</summary>
public sealed class InputRuleTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    [Fact]
    public void Every_text_of_a_form_has_a_limit()
    {
        var fields = InputField.AllOf(fixture.Portal);

        Assert.True(fields.Count(field => field.IsText && field.Property is not null) > 60);
        Assert.Empty(InputRules.WithoutLimit(fields));
    }

    [Fact]
    public async Task The_script_of_odd_texts_knows_everything_that_anybody_may_send()
    {
        var open = InputField.AllOf(fixture.Portal).Where(field => field.Endpoint.AreaOf() is Areas.Public or Areas.Api or null).SelectMany(field =>
            field.Endpoint.MethodsOf().Where(method => method is "GET" or "POST").Select(method => $"{method} /{field.Endpoint.PatternOf()} {PlaceOf(field, method)} {field.Name}"));
        var body = typeof(PreviewRequest).GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => $"POST /api/v1/orientations/preview body {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}");
        var expected = open.Concat(body).Distinct().Order(StringComparer.Ordinal).ToList();

        var lines = await File.ReadAllLinesAsync(RepositoryFolder.Of("tests", "scripts", "odd-text.fields"), TestContext.Current.CancellationToken);

        var listed = lines.Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(expected.SequenceEqual(listed), $"Write in tests/scripts/odd-text.fields:\n{string.Join('\n', expected)}");

        static string PlaceOf(InputField field, string method) =>
            field.Source == BindingSource.Path ? "path" : method == "POST" && field.IsInForm ? "form" : "query";
    }

    [Fact]
    public void Requests_are_read_by_hand_where_this_list_says()
    {
        string[] known =
        [
            "BodyLimitAttribute.cs request.Body",
            "CleanInput.cs ReadFormAsync",
            "Commune.cshtml Request.Query.ContainsKey(\"recherche\")",
            "DomainRuleFilter.cs Request.Headers.Referer",
            "DraftAccess.cs Request.Cookies.Keys",
            "DraftAccess.cs Request.Cookies[NameOf(draftId)]",
            "HealthCheckCommand.cs request.Headers.Host",
            "Index.cshtml Request.Query.ContainsKey(\"envoye\")",
            "KeepTypedOnExpiryAttribute.cs ReadFormAsync",
            "KeepTypedOnExpiryAttribute.cs request.Headers.Origin",
            "KeepTypedOnExpiryAttribute.cs request.Headers[\"Sec-Fetch-Site\"]",
            "PortalPipeline.cs Request.Query.ContainsKey(\"v\")",
            "PreviewRequestFormatter.cs Request.Body.CopyToAsync",
            "StepPages.cs Request.Form.Where",
        ];

        // A new line here: clean what is read when it is neither query nor form, add its key to OddTextTests, then add it to the list.
        Assert.Equal(known, InputRules.ReadByHand());
    }
}
