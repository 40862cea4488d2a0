/** A key hint, right of a label; hidden where there is no keyboard. The control's name does not include it. */
export const Key = ({ children }: { children: string }) => (
  <span className="key" aria-hidden="true">
    {children}
  </span>
)
