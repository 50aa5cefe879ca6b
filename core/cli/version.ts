/** The version of Keywright; a test sees that it is that of the package. */
export const version = "0.1.0";
