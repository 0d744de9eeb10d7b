using PlusPortal.Testing;

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
    public void Requests_are_read_by_hand_where_this_list_says()
    {
        string[] known =
        [
            "Asked.cshtml Request.Query[TrackingNotes.Key]",
            "BodyLimitAttribute.cs request.Body",
            "CleanInput.cs ReadFormAsync",
            "CleanInput.cs request.Body",
            "CleanInput.cs request.Body.CopyToAsync",
            "Commune.cshtml Request.Query.ContainsKey(\"recherche\")",
            "ContactDoor.cs Request.Cookies[Cookie]",
            "DomainRuleFilter.cs Request.Headers.Referer",
            "DraftAccess.cs Request.Cookies.Keys",
            "DraftAccess.cs Request.Cookies[NameOf(draftId)]",
            "Failures.cs Request.Body",
            "FormLimits.cs ReadFormAsync",
            "HealthCheckCommand.cs request.Headers.Host",
            "Index.cshtml Request.Query.ContainsKey(\"envoye\")",
            "Index.cshtml Request.Query[TrackingNotes.Key]",
            "KnownDevices.cs Request.Cookies[Name]",
            "PortalPipeline.cs Request.Query.ContainsKey(\"v\")",
            "PreviewRequestFormatter.cs Request.Body.CopyToAsync",
            "SessionOpener.cs Request.Headers.UserAgent",
            "Show.cshtml Request.Query[TrackingNotes.Key]",
            "StepPages.cs Request.Form.Where",
            "TypedForm.cs ReadFormAsync",
            "TypedForm.cs request.Headers.Origin",
            "TypedForm.cs request.Headers[\"Sec-Fetch-Site\"]",
            "TypedTexts.cs request.Form.Where",
            "_AlreadyNoted.cshtml Request.Query[\"note\"]",
        ];

        // A new line here: clean what is read when it is neither query nor form, add its key to OddTextTests, then add it to the list.
        Assert.Equal(known, InputRules.ReadByHand());
    }
}
