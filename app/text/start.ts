/** The words of the start page, the gallery and the demos. */
export const startText = {
  title: "Design AWS KMS keys, take away the code",
  lead: "Everything runs in this browser. No AWS account needed, nothing is uploaded.",
  doors: {
    template: {
      title: "Start from a template",
      text: "Pick the job, such as a data key with aliases or a signing key, and change what differs.",
      button: "Browse templates",
    },
    file: {
      title: "Open what you have",
      text: "A Keywright design, a key policy, what the AWS CLI prints, or a Terraform plan or state. Drop or paste it anywhere on this page.",
      button: "Choose files",
    },
    demo: {
      title: "Follow a demo",
      text: "A small task in a few steps, ticked off as you do them.",
      button: "Open demo",
    },
  },
  blank: "Start with an empty design",
  blankName: "Untitled design",
  recent: "Recent on this device",
  keys: (count: number) => (count === 1 ? "1 key" : `${count} keys`),
  remove: (name: string) => `Delete ${name} from this device`,
  removeSure: (name: string) =>
    `Delete "${name}" from this device? This cannot be undone.`,
  footer:
    "Keywright is an independent open-source project, not an AWS product.",
  gallery: "Templates and demos",
  templates: "Templates",
  demos: "Demos",
  templatesLead:
    "A template is a starting design. It is yours from the first click.",
  demosLead: "A demo is a design with steps and a stated end.",
  steps: "Demo steps",
  done: "Done",
  finished: "Finished",
  closeSteps: "Close the demo steps",
};
