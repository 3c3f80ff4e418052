// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/view/formview.h"
#include "ui/widgets/noteline.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace Sluice::Test {

inline const QString source = QStringLiteral("streamingSource.");
inline const QString connection = QStringLiteral("streamingSource.connection.");

// A window with one section of a form, by default of a new pipeline from SQL Server. A button after
// the form takes the focus that leaves the last field.
struct FormWindow {
    explicit FormWindow(Section section)
    {
        form.startNew();
        form.setValue(source + QStringLiteral("type"), QStringLiteral("sqlserver"));
        show(section);
    }

    FormWindow(Section section, const QJsonObject &definition)
    {
        form.setDefinition(definition);
        show(section);
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    // The visible notes in a field's row, such as its error.
    QStringList notes(const QString &path) const
    {
        QStringList texts;
        const QWidget *row = view->fieldWidget(path);
        const QList<NoteLine *> lines = row ? row->findChildren<NoteLine *>() : QList<NoteLine *>();
        for (const NoteLine *line : lines) {
            if (line->isVisible())
                texts.append(line->text());
        }
        return texts;
    }

    FormModel form;
    QWidget window;
    FormView *view = nullptr;
    QPushButton *after = nullptr;

private:
    void show(Section section)
    {
        view = new FormView(&form, section, {}, &window);
        after = new QPushButton(&window);
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(view);
        layout->addWidget(after);
        window.resize(900, 700);
        window.show();
    }
};

} // namespace Sluice::Test
