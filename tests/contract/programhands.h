// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "tests/support/memorysecretstore.h"

#include <QWidget>

namespace Sluice {

class Banner;
class PipelineEditor;

namespace Test {

// Runs the program as its main() does, and acts on its window as a user.
class ProgramHands
{
public:
    // words: the words of the command line.
    explicit ProgramHands(const QStringList &words);

    QWidget *window() const { return m_window; }

    template <typename T = QWidget>
    T *find(const QString &name = {}) const // a visible one
    {
        const QList<T *> all = m_window->findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    // Waits until the dialog gets what is typed. QTest's own wait also ends when only the window of
    // the dialog is active.
    static bool waitForFocus(const QWidget *dialog);

    PipelineEditor *editor() const; // the shown one
    bool isSignedIn() const;        // waits until the table is on screen
    // Waits for the banner with these words, and returns its text.
    QString offerText(const QString &words) const;
    // Waits for the banner with these words, and accepts its offer. False when none comes.
    bool acceptOffer(const QString &words) const;
    // Waits for the first pipeline of the table, and opens it.
    bool openFirst() const;
    // Accepts the edits that are offered from a former session. False when none are offered.
    bool acceptOffer() const;
    // Opens the review of the shown editor, and waits until it can save or asks for a choice.
    bool review() const;

private:
    Banner *offer(const QString &words) const;

    MemorySecretStore m_secrets;
    Application m_application;
    QWidget *m_window = nullptr;
};

} // namespace Test
} // namespace Sluice
