/** How much of the real exam is typed: about nine items of 60. */
export const fillShare = 0.15
