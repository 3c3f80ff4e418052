// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/formmodel.h"
#include "ui/wizard/pagelistdelegate.h"

#include <QAbstractListModel>
#include <QSet>

namespace Sluice {

// The pages of "New pipeline" as a list: title, what was chosen there, and the state.
class WizardPages final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Page {
        Basics,
        SourceType,
        SourceConnection,
        Tables,
        TargetConnection,
        TargetSettings,
        Advanced,
        Review,
        PageCount,
    };

    using State = PageListDelegate::State;

    enum Role {
        ChosenRole = Qt::UserRole, // QString, second line
        StateRole,                 // PageListDelegate::State
        ProblemsRole,              // int, fields with an error now shown
    };

    explicit WizardPages(FormModel *form, QObject *parent = nullptr);

    static QList<Section> sections(Page page);
    static Page pageOf(Section section);
    static QString title(Page page);

    // Stands for the project among the paths of fields. It is no part of the definition.
    static QString projectPath() { return QStringLiteral("project"); }

    // One sentence below the page's title.
    QString subtitle(Page page, const QString &runner) const;
    int problems(Page page) const;
    // The place on Basics is no part of the form. Tells whether it shows an error.
    void setPlaceWrong(bool wrong);
    // From now on all fields of the page show their checks. When these pass, the page counts as
    // done.
    void markLeft(Page page);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString chosen(Page page) const;
    QString text(const QString &path) const;
    State state(Page page) const;
    bool waitsForAType(Page page) const;
    bool passesChecks(Page page) const;
    bool isWarning(Page page) const;
    void refresh();

    FormModel *m_form;
    QSet<int> m_left;
    bool m_placeWrong = false;
};

// The product name of the definition's source or target type; the type itself when Sluice does not
// know it.
QString sourceTypeName(const FormModel &form);
QString targetTypeName(const FormModel &form);

} // namespace Sluice
