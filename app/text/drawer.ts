/** The names of tabs whose other words come with their views. */
export const drawerText = {
  test: "Test a request",
  proofs: "Proofs",
};
