import { useNavigate } from 'react-router'

/** Opens a screen from a key or a button; navigation has nothing to wait for. */
export const useOpen = (): ((path: string) => void) => {
  const navigate = useNavigate()
  return (path) => void navigate(path)
}
