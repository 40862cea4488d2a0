import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

const rows = [
  { keys: ['Space', 'Enter'], does: 'show' },
  { keys: ['1', '2', '3', '4'], does: 'grade' },
  { keys: ['1–9', 'a–i'], does: 'choose' },
  { keys: ['r', 't', 'y'], does: 'confidence' },
  { keys: ['Enter'], does: 'submit' },
  { keys: ['u', 'Ctrl Z'], does: 'undo' },
  { keys: ['Ctrl Shift Z', 'Ctrl Y'], does: 'redo' },
  { keys: ['e'], does: 'explain' },
  { keys: ['l'], does: 'language' },
  { keys: ['s'], does: 'suspend' },
  { keys: ['b'], does: 'bury' },
  { keys: ['m'], does: 'mark' },
  { keys: ['←', '→'], does: 'leaf' },
  { keys: ['n', 'p'], does: 'turn' },
  { keys: ['f'], does: 'flag' },
  { keys: ['?'], does: 'list' },
] as const

/** All keys on one sheet; closes with Esc and gives the focus back. */
export const KeysDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">{t('nav.keys')}</h2>
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row.does}>
              <th scope="row">
                {row.keys.map((key) => (
                  <kbd className="key always" key={key}>
                    {key}
                  </kbd>
                ))}
              </th>
              <td>{t(`keys.${row.does}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('keys.typing')}</p>
      <p>
        <Link to="/history" onClick={onClose}>
          {t('undo.list')}
        </Link>
      </p>
      <form method="dialog">
        <button type="submit" className="btn">
          {t('keys.close')}
        </button>
      </form>
    </dialog>
  )
}
