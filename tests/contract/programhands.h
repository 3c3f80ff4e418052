// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/application.h"
#include "tests/support/memorysecretstore.h"

#include <QWidget>

namespace Sluice {

class Banner;
class PipelineEditor;

namespace Test {

// The program as its main() makes it, with hands on its window.
class ProgramHands
{
public:
    // words: of the command line.
    explicit ProgramHands(const QStringList &words);

    QWidget *window() const { return m_window; }

    template <typename T = QWidget>
    T *find(const QString &name = {}) const // on screen
    {
        const QList<T *> all = m_window->findChildren<T *>(name);
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    // Until what is typed comes to the dialog. QTest's own wait also ends when the window that the
    // dialog belongs to is active.
    static bool waitForFocus(const QWidget *dialog);

    PipelineEditor *editor() const; // the shown one
    bool isSignedIn() const;        // waits until the table is on screen
    // What the banner with these words says, once it has come.
    QString offerText(const QString &words) const;
    // Waits for the banner with these words and takes what it offers. False when none comes.
    bool takeOffer(const QString &words) const;
    // Opens the first pipeline of the table, once it has come.
    bool openFirst() const;
    // Goes on with the edits that are offered of a former session. False when none are.
    bool takeOffer() const;
    // Opens the review of the shown editor and waits until it can be saved or wants a choice.
    bool review() const;

private:
    Banner *offer(const QString &words) const;

    MemorySecretStore m_secrets;
    Application m_application;
    QWidget *m_window = nullptr;
};

} // namespace Test
} // namespace Sluice
