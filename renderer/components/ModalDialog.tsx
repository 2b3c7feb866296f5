import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';
import styles from './ModalDialog.module.css';

interface Props {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children: ReactNode;
}

/** A dialog over the program: named, closed by Escape, by its button and by a press outside. Shown while mounted. */
export function ModalDialog({ title, closeLabel, onClose, size = 'small', children }: Props) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={closeLabel} icon={<X size={18} />} onPress={onClose} />
          </header>
          {/* What may have to be scrolled must be reachable with the keyboard. */}
          <div className={styles.body} {...(size === 'small' ? {} : { tabIndex: 0 })}>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
