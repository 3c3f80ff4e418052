// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/secret/secretedit.h"
#include "ui/widgets/noteline.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

namespace Sluice::Test {

// A window with an editor of a reference. A button after it has the focus.
struct SecretWindow {
    SecretWindow()
    {
        edit = new SecretEdit(QStringLiteral("password"), &window);
        edit->setLabel(QStringLiteral("Password"));
        after = new QPushButton(&window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(edit);
        layout->addWidget(after);
        window.resize(720, 300);
        window.show();
        after->setFocus();
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    template <typename T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QStringLiteral("password.") + QLatin1String(name));
    }

    QLineEdit *line(const char *part) const { return find<QLineEdit>(part); }

    QAbstractButton *chips() const { return find<QAbstractButton>("chips"); }

    // Triggers an action of the editor's menu.
    void trigger(const char *action) const
    {
        Q_EMIT find<QMenu>("actions")->aboutToShow();
        auto *found = find<QAction>(action);
        QVERIFY(found && found->isVisible() && found->isEnabled());
        found->trigger();
    }

    // Opens the menu of a part with a right click. nullptr: no menu came.
    QMenu *openMenu(const char *part) const
    {
        QLineEdit *asked = line(part);
        const QPoint place = asked->rect().center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, asked->mapToGlobal(place));
        QApplication::sendEvent(asked, &event);
        return asked->findChild<QMenu *>(QStringLiteral("partMenu"));
    }

    void pasteByMenu(const char *part, const QString &text) const
    {
        QApplication::clipboard()->setText(text);
        QMenu *menu = openMenu(part);
        QVERIFY(menu);
        auto *paste = menu->findChild<QAction *>(QStringLiteral("partPaste"));
        QVERIFY(paste && paste->isEnabled());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(paste).center());
        QTRY_VERIFY(!line(part)->findChild<QMenu *>());
    }

    QStringList notes() const
    {
        QStringList texts;
        const QList<NoteLine *> lines = window.findChildren<NoteLine *>();
        for (const NoteLine *note : lines) {
            if (note->isVisible())
                texts.append(note->text());
        }
        return texts;
    }

    // True when a visible label contains these words.
    bool says(const QString &words) const
    {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    QWidget window;
    SecretEdit *edit = nullptr;
    QPushButton *after = nullptr;
};

inline const QJsonObject azureReference{
    {QStringLiteral("secretType"), QStringLiteral("AZURE_KEY_VAULT")},
    {QStringLiteral("secretLocation"), QStringLiteral("vault")},
    {QStringLiteral("secretName"), QStringLiteral("pw")}};

} // namespace Sluice::Test
