using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests.Keyboard;

/// <summary>What a person does who has a keyboard and no pointer: Tab, Space, Enter and the arrows, nothing else.</summary>
internal static class KeyboardVerbs
{
    /// <summary>More than any page takes: a walk that long goes in circles.</summary>
    private const int MostSteps = 250;

    /// <summary>
    /// Where the focus is now, in words, and whether it went against the reading order since the last step: back in the
    /// document, or up the page inside the form but for a column to the right.
    /// </summary>
    private const string Step = """
        () => {
          const now = document.activeElement;
          const before = globalThis.plusBefore?.isConnected ? globalThis.plusBefore : null;
          globalThis.plusBefore = now;
          const text = (now.getAttribute("aria-label") ?? now.labels?.[0]?.textContent ?? now.textContent ?? "").trim().replace(/\s+/g, " ");
          const isRadio = now.type === "radio";
          if (now === document.body || !before || before === now) return { text, isRadio, problem: "" };
          if (!(before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING)) return { text, isRadio, problem: "goes back in the page" };
          const form = now.closest("main form");
          const [here, there] = [now.getBoundingClientRect(), before.getBoundingClientRect()];
          const isAbove = here.bottom <= there.top && here.left < there.right;
          return { text, isRadio, problem: form && form.contains(before) && isAbove ? "goes up the form" : "" };
        }
        """;

    private sealed record Focus
    {
        public string Text { get; set; } = "";

        public bool IsRadio { get; set; }

        public string Problem { get; set; } = "";
    }

    extension(IPage page)
    {
        /// <summary>Presses Tab until the focus is on what is named so; every step must follow the reading order.</summary>
        public Task TabToAsync(string name) => page.TabToAsync(focus => focus.Text.StartsWith(name, StringComparison.Ordinal), $"« {name} »");

        private async Task TabToAsync(Func<Focus, bool> isThere, string what)
        {
            var passed = new List<string>();
            while (passed.Count < MostSteps)
            {
                await page.Keyboard.PressAsync("Tab");
                var focus = await page.EvaluateAsync<Focus>(Step);
                if (focus.Problem.Length > 0) Assert.Fail($"On {page.Url} the focus {focus.Problem}: from « {passed.LastOrDefault()} » to « {focus.Text} », before it comes to {what}.");
                if (isThere(focus)) return;
                passed.Add(focus.Text);
            }

            Assert.Fail($"On {page.Url} Tab never comes to {what}: {string.Join(" | ", passed.Take(60))}");
        }

        /// <summary>Comes to a link or a button and presses Enter.</summary>
        public async Task EnterAsync(string name)
        {
            await page.TabToAsync(name);
            await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
        }

        /// <summary>Comes to the next group of radio buttons, then goes down by the arrow to the one wanted.</summary>
        public async Task PickAsync(string wanted)
        {
            await page.TabToAsync(focus => focus.IsRadio, "a group of radio buttons");
            if ((await page.EvaluateAsync<Focus>(Step)).Text.StartsWith(wanted, StringComparison.Ordinal)) await page.Keyboard.PressAsync("Space");
            for (var steps = 0; steps < 40 && !(await page.EvaluateAsync<Focus>(Step)).Text.StartsWith(wanted, StringComparison.Ordinal); steps++) await page.Keyboard.PressAsync("ArrowDown");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.checked"), $"On {page.Url} the keyboard does not choose « {wanted} ».");
        }

        /// <summary>Comes to a box and ticks it, unless it is ticked already.</summary>
        public async Task TickByKeyAsync(string name)
        {
            await page.TabToAsync(name);
            if (!await page.EvaluateAsync<bool>("() => document.activeElement.checked")) await page.Keyboard.PressAsync("Space");
            Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.checked"), $"On {page.Url} Space does not tick « {name} ».");
        }

        /// <summary>Comes to a field and types.</summary>
        public async Task TypeInAsync(string label, string text)
        {
            await page.TabToAsync(label);
            await page.Keyboard.TypeAsync(text);
        }

        /// <summary>Goes through the whole page by Tab and comes out at its end: no trap.</summary>
        public async Task PassThroughAsync()
        {
            for (var steps = 0; steps < MostSteps; steps++)
            {
                await page.Keyboard.PressAsync("Tab");
                var focus = await page.EvaluateAsync<Focus>(Step);
                if (focus.Problem == "goes back in the page" || await page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
                {
                    await page.EvaluateAsync("() => { document.activeElement?.blur(); globalThis.plusBefore = null; }");
                    return;
                }
            }

            Assert.Fail($"On {page.Url} Tab never leaves the page.");
        }
    }
}
