import type { Page } from "@playwright/test";
import { signUp } from "./support/seed";
import { expect, expectAccessible, test } from "./support/test";

const OLD = "three quiet words";
const NEW = "four very quiet words";

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in?next=/account");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function change(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel("Present password", { exact: true }).fill(current);
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByRole("button", { name: "Change the password" }).click();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "Account" });

test("a password is changed: what is wrong is said, and other devices are signed out", async ({ page, elsewhere }) => {
  const email = await signUp(page, OLD);
  await signIn(elsewhere, email, OLD);
  await expect(heading(elsewhere)).toBeVisible();
  await page.goto("/account");
  await expectAccessible(page);

  const present = page.getByLabel("Present password", { exact: true });
  const next = page.getByLabel("New password", { exact: true });
  await change(page, "not this one", NEW);
  await expect(page.getByText("This is not your present password.")).toBeVisible();
  await expect(present).toBeFocused();
  await expect(next).toHaveValue(NEW);
  await change(page, OLD, "short");
  await expect(next).toHaveAttribute("aria-invalid", "true");
  await expect(present).toHaveValue(OLD);
  await expectAccessible(page);
  await change(page, OLD, NEW);
  await expect(page.getByText("Changed. Other devices are signed out.")).toBeVisible();
  await expect(present).toHaveValue("");
  await page.reload();
  await expect(heading(page)).toBeVisible();

  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=\/account$/);
  await signIn(elsewhere, email, OLD);
  await expect(elsewhere.getByRole("alert").first()).toBeVisible();
  await signIn(elsewhere, email, NEW);
  await expect(heading(elsewhere)).toBeVisible();
});

test("one device signs out the others", async ({ page, elsewhere }) => {
  const email = await signUp(page, OLD);
  await signIn(elsewhere, email, OLD);
  await expect(heading(elsewhere)).toBeVisible();
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("Only this browser is signed in now.")).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(heading(page)).toBeVisible();
});
