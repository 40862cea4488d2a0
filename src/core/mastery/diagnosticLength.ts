/** Questions of a diagnostic at most. Apart, so that a first visit names the number without what reckons. */
export const diagnosticQuestions = 12
