// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QWidget>

class QPushButton;

namespace Sluice {

class TextLabel;

// The line below an editor: the state of its edits, and what can be done with them.
class EditorFooter final : public QWidget
{
    Q_OBJECT

public:
    explicit EditorFooter(QWidget *parent = nullptr);

    struct State {
        bool hasFault = false; // the JSON text has one
        QString unfinished;    // the field whose text is no value yet; else empty
        bool isDirty = false;  // the document is
        int changes = 0;       // that a save would make
        QDateTime draftKept;   // invalid: it is not
        QDateTime saved;       // by a save from here; invalid: none yet
        bool hasEdits = false; // some edit could be undone
        bool canSave = false;
    };

    void setState(const State &state);

Q_SIGNALS:
    void revertRequested();
    void saveRequested();

private:
    static QString words(const State &state);

    TextLabel *m_state;
    QPushButton *m_revert;
    QPushButton *m_save;
};

} // namespace Sluice
