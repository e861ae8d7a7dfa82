export const en = {
  text: 'What the node that answered runs with. It is changed in the configuration of the platform; secrets are never shown.',
  setting: 'Setting',
  version: 'Version',
  unreleased: 'not a release',
  database: 'Database',
  started: 'Started',
  profiles: 'Profiles',
  isSet: 'Set',
  isNotSet: 'Not set',
};
