/** The browsers that are heard, each with a profile of its own and nothing in it that talks in between. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Browser = 'firefox' | 'chromium';
export type Language = 'nl' | 'en';

type Command = readonly [string, ...string[]];

/** Writes a profile in a folder. @returns the command that opens an address with it */
export const browserCommand = (
  browser: Browser,
  lang: Language,
  folder: string,
): ((url: string) => Command) => (browser === 'firefox' ? firefox(lang, folder) : chromium(lang, folder));

function firefox(lang: Language, folder: string): (url: string) => Command {
  const preferences = {
    // As if a screen reader were found, before Orca asks for the first time.
    'accessibility.force_disabled': -1,
    'app.update.enabled': false,
    'browser.aboutwelcome.enabled': false,
    'browser.download.alwaysOpenPanel': false,
    'browser.download.dir': folder,
    'browser.download.folderList': 2,
    'browser.formfill.enable': false,
    'browser.sessionstore.resume_from_crash': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.tabs.warnOnClose': false,
    'browser.translations.enable': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'extensions.formautofill.addresses.enabled': false,
    'intl.accept_languages': lang,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'signon.rememberSignons': false,
    'termsofuse.acceptedVersion': 999,
    'toolkit.telemetry.enabled': false,
    'trailhead.firstrun.didSeeAboutWelcome': true,
  };
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  const lines = Object.entries(preferences).map((pair) => `user_pref(${JSON.stringify(pair).slice(1, -1)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  return (url) => ['firefox-esr', '--no-remote', '--profile', profile, url];
}

function chromium(lang: Language, folder: string): (url: string) => Command {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({
      autofill: { profile_enabled: false },
      credentials_enable_service: false,
      download: { default_directory: folder, prompt_for_download: false },
      intl: { accept_languages: lang },
      translate: { enabled: false },
    }),
  );
  const options = [
    '--no-sandbox',
    '--force-renderer-accessibility',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-features=Translate,AutofillServerCommunication',
    '--password-store=basic',
    '--no-proxy-server',
    '--window-size=1280,900',
    `--lang=${lang}`,
    `--user-data-dir=${profile}`,
  ];
  return (url) => ['chromium', ...options, url];
}
