using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace PlusPortal.Web.Startup;

/// <summary>Sentences of the framework's own binding errors, in French.</summary>
public static class FrenchBindingMessages
{
    private const string Retype = "Cette réponse n’est pas lisible. Corrigez-la, puis continuez.";

    /// <summary>Replaces the English defaults.</summary>
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"«\u00A0{value}\u00A0» n’est pas une réponse possible ici. Corrigez-la, puis continuez.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"«\u00A0{value}\u00A0» n’est pas une réponse possible ici. Corrigez-la, puis continuez.");
        messages.SetValueIsInvalidAccessor(value => $"«\u00A0{value}\u00A0» n’est pas une réponse possible ici. Corrigez-la, puis continuez.");
        messages.SetUnknownValueIsInvalidAccessor(_ => Retype);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Retype);
        messages.SetValueMustBeANumberAccessor(_ => "Indiquez un nombre, par exemple 12 ou 2,5.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Indiquez un nombre, par exemple 12 ou 2,5.");
        messages.SetValueMustNotBeNullAccessor(_ => "Indiquez une réponse.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Indiquez une réponse.");
        messages.SetMissingKeyOrValueAccessor(() => "Indiquez une réponse.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Le contenu de l’envoi est vide.");
    }
}
